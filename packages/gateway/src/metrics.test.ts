import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('[GH13] counters and gauges are told in the text of Prometheus', async () => {
  const metrics = createMetrics();
  const labels = { route: '/v1/sites/:site/config', status: '200' };
  metrics.count('beckon_http_requests_total', labels);
  metrics.count('beckon_http_requests_total', labels, 2);
  metrics.count('beckon_events_total', { outcome: 'a "b"\\\n' });
  metrics.gauge('beckon_sites', () => 3);
  const text = await metrics.text();
  const lines = text.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '# TYPE beckon_http_requests_total counter',
      'beckon_http_requests_total{route="/v1/sites/:site/config",status="200"} 3',
      'beckon_events_total{outcome="a \\"b\\"\\\\\\n"} 1',
      '# TYPE beckon_sites gauge',
      'beckon_sites 3',
    ]),
  );
  expect(text.endsWith('\n')).toBe(true);
});
