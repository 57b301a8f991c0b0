/** What is open besides sockets. */
const OTHERS = 200;

/**
 * The clients' process holds two sockets for each visitor, one of each server.
 *
 * @throws Where the system does not let a process open so many.
 */
export function checkOpenFiles(sockets: number): void {
  const { userLimits } = process.report.getReport() as {
    readonly userLimits?: {
      readonly open_files?: { readonly soft: number | string };
    };
  };
  const limit = Number(userLimits?.open_files?.soft ?? Infinity);
  const needed = 2 * sockets + OTHERS;
  // A limit that is no number is none ("unlimited").
  if (Number.isNaN(limit) || limit >= needed) return;
  throw new Error(
    `Failed to open ${sockets} sockets: a process may have ${limit} files open here. Run "ulimit -n ${needed}" before, or give --sockets.`,
  );
}
