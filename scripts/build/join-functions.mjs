import Compiler from 'google-closure-compiler';
import { getNativeImagePath } from 'google-closure-compiler/lib/utils.js';

/**
 * Closure Compiler puts functions that are called once where they are called.
 * V8 keeps 250 bytes for each function that a page loads, whatever is in it:
 * 30 less in what runs on every page are 10 KiB of its heap (CO4), and terser
 * makes less of what is left, too.
 *
 * @param {string} code An ES module that imports nothing.
 * @returns {Promise<string>} Another such.
 * @throws {Error} With the compiler's words.
 */
export function joinFunctions(code) {
  return new Promise((resolve, reject) => {
    const compiler = new Compiler({
      compilation_level: 'SIMPLE',
      language_in: 'ECMASCRIPT_2021',
      language_out: 'ECMASCRIPT_2020',
      assume_function_wrapper: true,
      emit_use_strict: false,
      rewrite_polyfills: false,
      // TypeScript and the linter have said what is to be said.
      jscomp_off: '*',
    });
    const native = getNativeImagePath();
    if (native) {
      compiler.JAR_PATH = null;
      compiler.javaPath = native;
    }
    // Without one it is a Java program.
    const running = compiler.run((status, joined, problems) => {
      if (status === 0) resolve(joined);
      else
        reject(
          new Error(
            `Failed to run Closure Compiler (${native ?? 'java'}): ${problems}`,
          ),
        );
    });
    running.stdin?.end(code);
  });
}
