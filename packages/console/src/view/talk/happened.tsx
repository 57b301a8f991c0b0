import type {
  AgentConversation,
  EventFrame,
  PageRef,
} from '@beckon/schema/types';
import type { ConsoleState } from '../../model/state.ts';
import { safePageUrl, shortUrl } from '../../text/safe-url.ts';
import { useConsole, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { OutLink } from '../rich-text.tsx';
import { useNames } from '../use-names.ts';

interface HappenedProps {
  readonly event: EventFrame;
  readonly conversation: AgentConversation;
}

/** Somebody came, went, or ended it. */
export function Happened({ event, conversation }: HappenedProps) {
  const { texts, formats } = useView();
  const state = useConsole();
  const names = useNames();
  const { body, from, at } = event;
  const target = targetOf();
  const words = texts.happened(body, names.author(from, conversation), target);
  // Of a later release: there are no words for it.
  if (!words) return null;
  return (
    <p class={body.kind === 'warned' ? 'happened warned' : 'happened'}>
      <bdi>{words}</bdi>
      <time>{formats.time(at)}</time>
    </p>
  );

  /** To whom it went, or when it ends. */
  function targetOf(): string {
    if (body.kind === 'warned') return formats.time(body.endsAt);
    if (body.kind !== 'transferred') return '';
    return body.toSkill ?? nameOfAgent(state, body.toAgent) ?? texts.aColleague;
  }
}

function nameOfAgent(
  { session, colleagues }: ConsoleState,
  agentId: string | undefined,
): string | undefined {
  const own = session.status === 'in' ? [session.agent] : [];
  return [...own, ...colleagues].find((agent) => agent.agentId === agentId)
    ?.name;
}

interface MoveProps {
  readonly page: PageRef;
  readonly at: number;
}

export function Move({ page, at }: MoveProps) {
  const { texts, formats } = useView();
  const url = safePageUrl(page.url);
  const title = page.title || shortUrl(page.url);
  return (
    <p class="happened moved">
      <Icon name="arrow" />
      <span>
        {texts.talk.moved}{' '}
        {url === undefined ? (
          <bdi>{title}</bdi>
        ) : (
          <OutLink url={url}>
            <bdi>{title}</bdi>
          </OutLink>
        )}
      </span>
      <time>{formats.time(at)}</time>
    </p>
  );
}
