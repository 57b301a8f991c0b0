#!/usr/bin/env node
import { register } from 'tsx/esm/api';

// The sources are TypeScript: they run as they are, without a build.
register();

const { main } = await import('../src/main.ts');
await main(process.argv.slice(2), process.env);
