import { runCommand } from './childProcesses.ts';
import { projectNode } from './projectNode.ts';
import { projectPaths } from './projectPaths.ts';

/** Bundles the extension: for working on it, or (`--production`) as people get it. */
export async function buildExtension(...flags: readonly '--production'[]): Promise<void> {
  await runCommand(projectNode(), [projectPaths.esbuildScript, ...flags], {
    cwd: projectPaths.root,
  });
}
