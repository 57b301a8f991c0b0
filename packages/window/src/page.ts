import { openPage } from './full-page/open-page.ts';

/** The window in a tab of its own (WM4), at `/w/{site}` of the gateway. */
void openPage();
