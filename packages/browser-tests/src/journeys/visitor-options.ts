import type { JourneyVisitor } from '@beckon/cli';
import { devices, type BrowserContextOptions } from 'playwright';

const DEVICES = {
  smartphone: devices['Pixel 7'] ?? {},
  tablet: devices['iPad (gen 7)'] ?? {},
  desktop: {},
};

/** A browser as the journey's visitor has it. */
export function optionsOf({
  platform,
  language,
  timeZone,
}: JourneyVisitor): BrowserContextOptions {
  return { ...DEVICES[platform], locale: language, timezoneId: timeZone };
}
