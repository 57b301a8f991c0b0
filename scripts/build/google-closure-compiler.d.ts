/** What the build uses of the package, which has no types of its own. */
declare module 'google-closure-compiler' {
  import type { ChildProcess } from 'node:child_process';

  export default class Compiler {
    constructor(flags: Readonly<Record<string, boolean | string>>);
    /** Of the Java program; null where the binary is run. */
    JAR_PATH: string | null;
    javaPath: string;
    run(
      done: (status: number, output: string, problems: string) => void,
    ): ChildProcess;
  }
}

declare module 'google-closure-compiler/lib/utils.js' {
  /** The platform's binary; undefined where there is none. */
  export function getNativeImagePath(): string | undefined;
}
