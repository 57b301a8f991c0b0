import { stripMarks } from '@beckon/schema/strip-marks';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lastSeqOf } from '../../model/talk.ts';
import { useScene } from '../scene.ts';

/** Says once, for those who listen, what came and who writes (WA2). */
export function Announcer() {
  const { state, words } = useScene();
  const { talk } = state;
  const seen = useRef<number | undefined>(undefined);
  const [said, setSaid] = useState('');
  const typist = talk.typing?.name ?? (talk.typing && words.say('agent'));

  useEffect(() => {
    const after = seen.current;
    const last = lastSeqOf(talk);
    // What is there already is read, not announced.
    if (!last) return;
    seen.current = last;
    if (after === undefined) return;
    const news = talk.events.flatMap(({ body, from, seq }) =>
      seq > after && body.kind === 'message' && from.role !== 'consumer'
        ? [
            `${from.name ?? words.say('agent')}: ${stripMarks(body.content.text)}`,
          ]
        : [],
    );
    if (news.length) setSaid(news.join('\n'));
  }, [talk.events]);
  useEffect(() => {
    if (typist) setSaid(words.say('typing', { name: typist }));
  }, [typist]);

  return (
    <div class="hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
