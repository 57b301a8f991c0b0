import { createElement, useMemo, type ReactNode } from 'react';
import type { BeckonTag } from '../beckon-tag.ts';
import { holdBeckon } from '../create-beckon.ts';
import type { BeckonOptions } from '../options.ts';
import { createRelay } from './relay.ts';
import { BeckonContext } from './use-beckon.ts';
import { useLastingEffect } from './use-lasting-effect.ts';

export type BeckonProviderProps = {
  readonly children?: ReactNode;
} & (
  | (BeckonOptions & { readonly beckon?: undefined })
  /** One that the app made; the app ends it. */
  | { readonly beckon: BeckonTag }
);

/**
 * Gives its children the tag of a site. It begins when the provider is mounted
 * in a browser, and ends when the last provider of that site has gone.
 */
export function BeckonProvider(props: BeckonProviderProps): ReactNode {
  const { beckon, children } = props;
  const options = props.beckon ? undefined : props;
  const { origin, site } = options ?? {};
  // A relay for each tag; without a dependency on what else stands in the props.
  const relay = useMemo(createRelay, [beckon, origin, site]);
  useLastingEffect(
    () => {
      if (!options) return undefined;
      const { release, tag } = holdBeckon(options);
      relay.attach(tag);
      return () => {
        relay.detach();
        release();
      };
    },
    () => [relay],
  );
  return createElement(
    BeckonContext.Provider,
    { value: beckon ?? relay.tag },
    children,
  );
}
