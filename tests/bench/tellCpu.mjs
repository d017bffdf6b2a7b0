// Given to a process that is measured (`--import`): tells, whenever it is asked, what processor time it has used, in microseconds.
process.on('message', (asked) => {
  if (asked !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, memory: process.memoryUsage().rss });
});
