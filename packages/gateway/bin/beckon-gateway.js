#!/usr/bin/env node
import { load } from './load.js';

const { main } = await load('main', 'main.ts');
await main(process.argv.slice(2), process.env);
