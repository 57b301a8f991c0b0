/** The gateway as a library: for a process of one's own, and for tests. */
export {
  createGateway,
  type Gateway,
  type GatewayOptions,
} from './create-gateway.ts';
export { PROBLEMS, type ProblemCode } from './http/problem.ts';
export {
  readSettings,
  type Environment,
  type Settings,
} from './settings/read-settings.ts';
export { StartFailure } from './start-failure.ts';
