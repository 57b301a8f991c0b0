/*
 * What the browser tests find on a page: the package, as an app's bundle has
 * it, and React.
 */
import * as React from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import * as Beckon from '../index.ts';
import * as BeckonReact from '../react/index.ts';

Object.assign(window, {
  app: { ...Beckon, ...BeckonReact, React, flushSync, createRoot },
  // What a test notes while it waits.
  notes: [],
});
