/** WS3, in ms. */
export interface LivenessTimes {
  /** How long a hello may take. */
  readonly helloMs: number;
  /** After so much silence the other side is asked. */
  readonly silenceMs: number;
  /** How long the answer may take. */
  readonly answerMs: number;
}

const TIMES: LivenessTimes = {
  helloMs: 5000,
  silenceMs: 20_000,
  answerMs: 10_000,
};

export interface Liveness {
  /** Something came from the other side. */
  heard(): void;
  stop(): void;
}

/** WS3: notices that nobody is there any more. */
export function createLiveness(
  other: {
    readonly isGreeted: () => boolean;
    readonly ping: (n: number) => void;
    readonly giveUp: (reason: string) => void;
  },
  times: LivenessTimes = TIMES,
): Liveness {
  let asked = 0;
  let giveUpTimer: NodeJS.Timeout | undefined;
  const ask = (): void => {
    asked += 1;
    other.ping(asked);
    giveUpTimer = setTimeout(
      () => other.giveUp('no answer'),
      times.answerMs,
    ).unref();
  };
  const askTimer = setTimeout(ask, times.silenceMs).unref();
  const helloTimer = setTimeout(() => {
    if (!other.isGreeted()) other.giveUp('no hello');
  }, times.helloMs).unref();
  return {
    heard() {
      clearTimeout(giveUpTimer);
      askTimer.refresh();
    },
    stop() {
      clearTimeout(giveUpTimer);
      clearTimeout(askTimer);
      clearTimeout(helloTimer);
    },
  };
}
