import { newTracker, trackPageView } from '@snowplow/browser-tracker';

// As the README has it, without the plug-ins, which are packages of their own.
newTracker('sp1', ENDPOINT, { appId: 'shop' });
trackPageView();
