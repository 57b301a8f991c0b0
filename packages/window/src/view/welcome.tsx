import type { TextKey } from '../texts/texts.ts';
import { useScene } from './scene.ts';

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
    <div class="middle">
      <div class="welcome" tabIndex={0}>
        {logo && /^https?:\/\//.test(logo) && <img src={logo} alt="" />}
        <h3>{words.say('welcome')}</h3>
        <p>{words.say(HINTS[availability] ?? 'welcomeHint')}</p>
      </div>
    </div>
  );
}
