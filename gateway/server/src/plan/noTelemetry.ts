// Since 2.14 @apollo/gateway sends telemetry unless told otherwise before it is loaded, and probes cloud metadata addresses to
// describe itself. A hub of sensitive data tells nobody anything: this module is imported before that one, for this effect.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

export {};
