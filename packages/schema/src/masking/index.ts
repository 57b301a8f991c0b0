/** DP1 for browser and gateway alike: no zod, no dependency. */
export {
  createMask,
  type BuiltInMask,
  type Mask,
  type MaskSettings,
} from './create-mask.ts';
export { walkAttribute, type VisitText } from './walk-attribute.ts';
