import { afterAll, expect, test } from 'vitest';
import { createWorkspace } from '../testing/workspace.ts';

const { beckon, stop } = await createWorkspace();
afterAll(stop);

const ACME = [
  'snippet',
  '--site',
  'acme',
  '--origin',
  'https://beckon.example',
];

test('[LD2] prints what a site pastes', async () => {
  const { code, out } = await beckon(ACME);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^<script>.*"beckon","https:\/\/beckon\.example","acme"\)<\/script>\n$/,
  );
});

test('[LD2] takes another name, and consent that is asked for', async () => {
  const { out } = await beckon([...ACME, '--name', 'help', '--consent', 'ask']);
  expect(out).toContain('"help","https://beckon.example","acme","ask")');
});

test('[LD2] takes an origin as people write it', async () => {
  const { out } = await beckon([
    ...ACME,
    '--origin',
    'HTTPS://Beckon.Example/',
  ]);
  expect(out).toContain('"https://beckon.example"');
});

test.each([
  [['--origin', 'beckon.example'], '--origin'],
  [['--origin', 'https://beckon.example/path'], '--origin'],
  [['--origin', 'https://me:secret@beckon.example'], '--origin'],
  [['--site', ''], '--site'],
  [['--site', ' acme'], '--site'],
  [['--name', '1st'], '--name'],
  [['--name', 'name'], '--name'],
  [['--name', 'onload'], '--name'],
  [['--name', 'class'], '--name'],
  [['--consent', 'perhaps'], '--consent'],
])('[LD2] refuses %j, and says what to write', async (words, named) => {
  const { code, err, out } = await beckon([...ACME, ...words]);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(`Failed to read ${named}`);
});
