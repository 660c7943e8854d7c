/** What `npm audit --json` answers: a report, or why there is none. */
interface AuditAnswer {
  message?: string;
  vulnerabilities?: Record<string, { name: string; severity: string; range: string }>;
  metadata?: { dependencies?: { prod?: number } };
}

/** What the answer of an audit means: an exit code, and what to say. */
export interface AuditVerdict {
  code: 0 | 1 | 2;
  sentences: string[];
}

function read(answer: string): AuditAnswer {
  try {
    return JSON.parse(answer) as AuditAnswer;
  } catch {
    return {};
  }
}

/**
 * Reads the answer of `npm audit --json`. A registry that does not answer is neither a pass nor a fault of the add-in.
 * @param answer what npm printed
 */
export function auditVerdict(answer: string): AuditVerdict {
  const { message, vulnerabilities, metadata } = read(answer);
  if (!vulnerabilities || !metadata) return { code: 2, sentences: [`NOT AUDITED: the registry does not answer audits (${message ?? "no report"}).`] };
  const found = Object.values(vulnerabilities);
  if (found.length > 0) return { code: 1, sentences: found.map(({ name, severity, range }) => `${severity}: ${name} ${range}`) };
  return { code: 0, sentences: [`No known vulnerabilities in the ${metadata.dependencies?.prod ?? 0} packages that reach users.`] };
}
