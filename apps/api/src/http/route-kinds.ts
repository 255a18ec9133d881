const OPERATIONAL = new Set(['/health/live', '/health/ready', '/metrics']);
const LASTING = new Set(['/v1/events', '/v1/events/stream', '/v1/attachments']);

/** Whether a route is for those who run the server. */
export const isOperational = (route: string | undefined): boolean => OPERATIONAL.has(route ?? '');

/** Whether a request to a route lasts as long as its caller wants: streams, long polls and uploads. */
export const isLasting = (route: string | undefined): boolean => LASTING.has(route ?? '');
