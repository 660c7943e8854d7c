import { name, version } from "../package.json";
import { packages } from "../package-lock.json";

/** A package as the lock file has it. */
interface LockedPackage {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  /** For development, and for those who choose to have it: nothing that reaches users. */
  devOptional?: boolean;
}

/** A package that reaches users, as CycloneDX says it. */
export interface Component {
  type: "library";
  name: string;
  version: string;
  purl: string;
  licenses: { expression: string }[];
  hashes: { alg: string; content: string }[];
}

/** A software bill of materials: the parts of CycloneDX that are said here. */
export interface BillOfMaterials {
  bomFormat: "CycloneDX";
  specVersion: "1.5";
  version: 1;
  metadata: { component: { type: "application"; name: string; version: string } };
  components: Component[];
}

/** "node_modules/a/node_modules/@b/c" → "@b/c" */
const nameOf = (place: string): string => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

function componentOf(place: string, { version: locked, license, integrity }: LockedPackage): Component {
  const [, hash] = /^sha512-(\S+)/.exec(integrity ?? "") ?? [];
  return {
    type: "library",
    name: nameOf(place),
    version: locked,
    purl: `pkg:npm/${nameOf(place).replace("@", "%40")}@${locked}`,
    licenses: license === undefined ? [] : [{ expression: license }],
    hashes: hash === undefined ? [] : [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }],
  };
}

/**
 * What the add-in consists of beside its own code, as the lock file has it: production packages and what they need.
 * npm's own `npm sbom --omit=dev` leaves out packages that development needs too, as decimal.js, so it is not used.
 */
export function billOfMaterials(): BillOfMaterials {
  const production = Object.entries(packages as Record<string, LockedPackage>).filter(([place, { dev, devOptional }]) => place !== "" && !dev && !devOptional);
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", name, version } },
    components: production.map(([place, locked]) => componentOf(place, locked)),
  };
}
