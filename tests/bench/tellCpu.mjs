// Preloaded (`--import`) into a process that is measured: whenever it is asked, it reports its CPU time in microseconds.
process.on('message', (asked) => {
  if (asked !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, memory: process.memoryUsage().rss });
});
