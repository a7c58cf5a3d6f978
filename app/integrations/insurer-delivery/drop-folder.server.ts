import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { DeliveryOutcome, InsurerDelivery, InsurerFile } from "./port";

const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;

/** A folder that the insurer collects from: files appear whole, under their final name, once. */
export function dropFolder(directory: string): InsurerDelivery {
  return {
    async deliver(file) {
      if (!safeName.test(file.fileName) || sha256Of(file.bytes) !== file.sha256) {
        return failure("content-damaged", `${file.fileName}: not the stored file`);
      }
      try {
        await mkdir(directory, { recursive: true, mode: 0o750 });
        return await deliverInto(directory, file);
      } catch (error) {
        const code = systemCode(error);
        if (code === undefined) throw error;
        return failure("unreachable", `${file.fileName}: ${code}`);
      }
    },
  };
}

async function deliverInto(directory: string, file: InsurerFile): Promise<DeliveryOutcome> {
  const finalPath = path.join(directory, file.fileName);
  // A name of this run's own: a slower run that takes its part for whole must not publish what we have half written.
  const partPath = `${finalPath}.${randomUUID()}.part`;
  await removeParts(directory, file);
  const standing = await whatStandsAt(finalPath, file);
  if (standing === "same") {
    // A run that died between the rename and its record leaves this behind; the name may not be on disk yet.
    await syncDirectory(directory);
    return { delivered: true, alreadyThere: true };
  }
  if (standing === "different") return failure("name-taken", `${file.fileName}: another file has this name`);

  const handle = await open(partPath, "wx", 0o640);
  try {
    await handle.writeFile(file.bytes);
    await handle.sync();
    if (!(await isOurs(handle, partPath, file)))
      return failure("arrived-damaged", `${file.fileName}: read back differs`);
    if ((await whatStandsAt(finalPath, file)) === "different") {
      return failure("name-taken", `${file.fileName}: another file has this name`);
    }
    await rename(partPath, finalPath);
  } finally {
    await handle.close();
  }
  await syncDirectory(directory);
  return { delivered: true, alreadyThere: false };
}

/** A part left by a run that died is thrown away, never continued; a run that still writes it fails and tries again. */
async function removeParts(directory: string, { fileName }: InsurerFile): Promise<void> {
  const names = await readdir(directory);
  const parts = names.filter((name) => name.startsWith(`${fileName}.`) && name.endsWith(".part"));
  for (const name of parts) await rm(path.join(directory, name), { force: true });
}

/** The bytes under the part's name are whole, and the name still means the file that this run wrote. */
async function isOurs(handle: FileHandle, partPath: string, file: InsurerFile): Promise<boolean> {
  const [written, named] = [await handle.stat(), await stat(partPath)];
  if (written.ino !== named.ino || named.size !== file.bytes.byteLength) return false;
  return sha256Of(await readFile(partPath)) === file.sha256;
}

async function whatStandsAt(finalPath: string, file: InsurerFile): Promise<"nothing" | "same" | "different"> {
  try {
    return sha256Of(await readFile(finalPath)) === file.sha256 ? "same" : "different";
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "nothing";
    throw error;
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function failure(kind: "content-damaged" | "name-taken" | "arrived-damaged" | "unreachable", detail: string) {
  return { delivered: false, failure: kind, detail } as const satisfies DeliveryOutcome;
}
