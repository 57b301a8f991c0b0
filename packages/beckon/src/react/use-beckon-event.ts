import { useEffect, useRef } from 'react';
import type {
  BeckonEvents,
  EventType,
  ListenOptions,
  Listener,
} from '../beckon-tag.ts';
import { useBeckon } from './use-beckon.ts';
import { useLastingEffect } from './use-lasting-effect.ts';

/**
 * Hears an event while the component is mounted; always the newest listener is
 * called, so it may be an inline function.
 */
export function useBeckonEvent<Type extends EventType>(
  type: Type,
  listener: Listener<Type>,
  { replay }: ListenOptions = {},
): void {
  const beckon = useBeckon();
  const newest = useRef<Listener<Type>>(undefined);
  useEffect(() => {
    newest.current = listener;
    return () => {
      newest.current = undefined;
    };
  });
  useLastingEffect(
    () =>
      beckon.on(type, (event: BeckonEvents[Type]) => newest.current?.(event), {
        replay,
      }),
    () => [beckon, type, replay],
  );
}
