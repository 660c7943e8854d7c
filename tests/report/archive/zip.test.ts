import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zip } from "../../../src/report/archive/zip";

/** Another program opens the archive, checks its sums and gives the files back. */
it("is opened by another program, with names in Swedish and contents as they were", () => {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);
    writeFileSync(join(folder, "a.zip"), zip([{ name: "Bilaga Äldrenämnden.docx", bytes }, { name: "tom.txt", bytes: new Uint8Array() }]));
    execFileSync("python3", ["-c", "import zipfile,sys; z=zipfile.ZipFile('a.zip'); assert z.testzip() is None; assert z.namelist()==['Bilaga Äldrenämnden.docx','tom.txt'], z.namelist(); open('out','wb').write(z.read(z.namelist()[0]))"], { cwd: folder });
    expect(new Uint8Array(readFileSync(join(folder, "out")))).toEqual(bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
