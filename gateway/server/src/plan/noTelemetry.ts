// Since 2.14, @apollo/gateway sends telemetry unless this is set before it is loaded, and probes cloud metadata addresses to describe
// itself. A hub of sensitive data must not contact anyone else, so this module has to be imported before the gateway.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

export {};
