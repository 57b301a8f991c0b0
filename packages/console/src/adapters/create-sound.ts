import type { Sound } from '../model/ports.ts';

/** Two short notes each: [Hz, begins at s]. No sound file is loaded. */
const NOTES: Readonly<Record<Sound, readonly (readonly [number, number])[]>> = {
  message: [
    [740, 0],
    [988, 0.09],
  ],
  waiting: [
    [587, 0],
    [587, 0.16],
    [880, 0.32],
  ],
};
const LENGTH_S = 0.22;
const LOUDNESS = 0.07;

/** Silent until the agent has touched the page, as browsers want it. */
export function createSound(): (sound: Sound) => void {
  let context: AudioContext | undefined;
  return (sound) => {
    try {
      if (!navigator.userActivation?.hasBeenActive) return;
      context ??= new AudioContext();
      if (context.state === 'suspended') void context.resume();
      for (const [hertz, at] of NOTES[sound]) playNote(context, hertz, at);
    } catch {
      // No audio device: what happened is on the screen as well.
    }
  };
}

function playNote(context: AudioContext, hertz: number, afterS: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const at = context.currentTime + afterS;
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH_S);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + LENGTH_S);
}
