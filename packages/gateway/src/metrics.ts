export type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  /** Adds to a counter. */
  count(name: MetricName, labels?: Labels, by?: number): void;
  /** A value that is asked for when the metrics are read. */
  gauge(name: MetricName, read: () => number): void;
  /** The text format of Prometheus, version 0.0.4. */
  text(): string;
}

/** Every metric, with its kind and what it says. */
const METRICS = {
  beckon_http_requests_total: ['counter', 'Requests answered.'],
  beckon_http_request_seconds_total: ['counter', 'Time spent answering.'],
  beckon_events_total: ['counter', 'Tracked events by what became of them.'],
  beckon_events_refused_total: ['counter', 'Event requests refused, by code.'],
  beckon_sites: ['gauge', 'Site configs that are published.'],
  beckon_process_resident_bytes: ['gauge', 'Memory of the process.'],
  beckon_process_start_seconds: ['gauge', 'When it started, epoch seconds.'],
} as const;

export type MetricName = keyof typeof METRICS;

/** Counters and gauges, and nothing else. */
export function createMetrics(): Metrics {
  const counters = new Map<MetricName, Map<string, number>>();
  const gauges = new Map<MetricName, () => number>();
  return {
    count(name, labels = {}, by = 1) {
      const series = counters.get(name) ?? new Map<string, number>();
      const key = formatLabels(labels);
      series.set(key, (series.get(key) ?? 0) + by);
      counters.set(name, series);
    },
    gauge(name, read) {
      gauges.set(name, read);
    },
    text() {
      const names = Object.keys(METRICS) as MetricName[];
      const blocks = names.map((name) => {
        const [kind, help] = METRICS[name];
        const read = gauges.get(name);
        const series: ReadonlyMap<string, number> = read
          ? new Map([['', read()]])
          : (counters.get(name) ?? new Map<string, number>());
        const lines = [...series].map(
          ([labels, value]) => `${name}${labels} ${value}\n`,
        );
        return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`;
      });
      return blocks.join('');
    },
  };
}

function formatLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
