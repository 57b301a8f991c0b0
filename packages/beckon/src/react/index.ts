export { BeckonProvider, type BeckonProviderProps } from './beckon-provider.ts';
export { useBeckon } from './use-beckon.ts';
export { useBeckonAttributes } from './use-beckon-attributes.ts';
export { useBeckonConsent } from './use-beckon-consent.ts';
export { useBeckonEvent } from './use-beckon-event.ts';
export { useBeckonPage } from './use-beckon-page.ts';
export { useBeckonReady } from './use-beckon-ready.ts';
