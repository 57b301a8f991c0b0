export { createFakeClock, settle, type FakeClock } from './fake-clock.ts';
export { createFakeGateway, type FakeGateway } from './fake-gateway.ts';
export {
  createFakePage,
  type FakePage,
  type FakePageFacts,
} from './fake-page.ts';
export { createFakeWire, type FakeWire } from './fake-wire.ts';
