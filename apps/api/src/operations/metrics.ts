import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Everything `/metrics` shows (Prometheus text format). */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** A gauge that is read off when it is asked for. */
function measuredGauge(name: string, help: string): { collectFrom(read: () => number): void } {
  let current = () => 0;
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(current());
    },
  });
  return {
    collectFrom: (read) => {
      current = read;
    },
  };
}

export const connectionCount = measuredGauge('porchlight_stream_connections', 'Open event streams');
export const feedCount = measuredGauge('porchlight_feeds', 'Feeds that somebody listens to');
export const databaseQueue = measuredGauge('porchlight_database_queue', 'Queries waiting for a connection');

export const inFlight = measuredGauge(
  'porchlight_http_in_flight',
  'Requests being worked on, streams, long polls and uploads left out',
);
export const receiptQueue = measuredGauge('porchlight_receipt_queue', 'Receipts waiting for their transaction');
export const messageQueue = measuredGauge('porchlight_message_queue', 'Messages waiting for their transaction');

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export const commitSeconds = new Histogram({
  name: 'porchlight_commit_seconds',
  help: 'From the start of a transaction that writes to the log to its commit',
  buckets: SECONDS,
  registers: [registry],
});
export const deliverySeconds = new Histogram({
  name: 'porchlight_delivery_seconds',
  help: 'From the time of a kept event until this process has it for its open streams',
  buckets: SECONDS,
  registers: [registry],
});
export const requestSeconds = new Histogram({
  name: 'porchlight_http_request_seconds',
  help: 'Time to answer, streams, long polls and uploads left out',
  labelNames: ['route', 'status'],
  buckets: SECONDS,
  registers: [registry],
});
