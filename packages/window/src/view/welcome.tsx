import { useScene } from './context.ts';
import type { TextKey } from './words.ts';

const HINTS: Readonly<Record<string, TextKey>> = {
  busy: 'welcomeBusy',
  offline: 'welcomeOffline',
};

/** Before the first message. */
export function Welcome() {
  const { state, words } = useScene();
  const { availability = 'online', look } = state;
  const { logo } = look;
  return (
    <div class="welcome">
      {logo && /^https?:\/\//.test(logo) && <img src={logo} alt="" />}
      <h3>{words.say('welcome')}</h3>
      <p>{words.say(HINTS[availability] ?? 'welcomeHint')}</p>
    </div>
  );
}
