import { runCommand } from './childProcesses.ts';
import { projectNode } from './projectNode.ts';
import { projectPaths } from './projectPaths.ts';

/** Bundles the extension as `npm run build` does. */
export async function buildExtension(): Promise<void> {
  await runCommand(projectNode(), [projectPaths.esbuildScript], { cwd: projectPaths.root });
}
