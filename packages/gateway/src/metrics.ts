import { Counter, Gauge, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  /** Adds to a counter. */
  count(name: MetricName, labels?: Labels, by?: number): void;
  /** A value that is asked for when the metrics are read. */
  gauge(name: MetricName, read: () => number): void;
  /** The text format of Prometheus, version 0.0.4. */
  text(): Promise<string>;
}

/** Every metric, with its kind, what it says, and its labels. */
const METRICS = {
  beckon_http_requests_total: [
    'counter',
    'Requests answered.',
    ['route', 'status'],
  ],
  beckon_http_request_seconds_total: [
    'counter',
    'Time spent answering.',
    ['route'],
  ],
  beckon_events_total: [
    'counter',
    'Tracked events by what became of them.',
    ['outcome'],
  ],
  beckon_events_refused_total: [
    'counter',
    'Event requests refused, by code.',
    ['code'],
  ],
  beckon_frames_total: [
    'counter',
    'Frames received, by side and type.',
    ['side', 'type'],
  ],
  beckon_frame_problems_total: [
    'counter',
    'Problem frames sent, by code.',
    ['code'],
  ],
  beckon_messages_total: ['counter', 'Messages stored, by author.', ['from']],
  beckon_conversations_total: [
    'counter',
    'Conversations by what became of them.',
    ['outcome'],
  ],
  beckon_consumer_connections: ['gauge', 'Open connections of visitors.', []],
  beckon_agent_connections: ['gauge', 'Open connections of agents.', []],
  beckon_conversations_waiting: ['gauge', 'Conversations in queues.', []],
  beckon_sites: ['gauge', 'Site configs that are published.', []],
  beckon_process_resident_bytes: ['gauge', 'Memory of the process.', []],
  beckon_process_start_seconds: [
    'gauge',
    'When it started, epoch seconds.',
    [],
  ],
} as const;

export type MetricName = keyof typeof METRICS;

/** Counters and gauges of one gateway, apart from any other in the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const counters = new Map<MetricName, Counter>();
  const names = Object.keys(METRICS) as MetricName[];
  for (const name of names) {
    const [kind, help, labelNames] = METRICS[name];
    if (kind !== 'counter') continue;
    const registers = [registry];
    counters.set(name, new Counter({ name, help, labelNames, registers }));
  }
  return {
    count(name, labels = {}, by = 1) {
      counters.get(name)?.inc(labels, by);
    },
    gauge(name, read) {
      const [, help] = METRICS[name];
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    text: () => registry.metrics(),
  };
}
