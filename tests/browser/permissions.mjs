// Who may see what, written down a second time on purpose: the crawl holds the service to this list,
// so that a permission given to a role by mistake is found. Keys are the roles as `noms demo` says
// them, in lower case without blanks.
export const permissions = {
  offendermanager: [
    "organisation.read",
    "legislation.read",
    "offenders.read",
    "offenders.change",
    "sentences.read",
    "sentences.change",
    "movements.read",
  ],
  prisonstaff: [
    "organisation.read",
    "legislation.read",
    "offenders.read",
    "offenders.change",
    "sentences.read",
    "sentences.change",
    "movements.read",
    "movements.change",
  ],
  regionalmanager: [
    "organisation.read",
    "legislation.read",
    "offenders.read",
    "sentences.read",
    "movements.read",
  ],
  nationalmanager: [
    "organisation.read",
    "organisation.change",
    "legislation.read",
    "legislation.change",
    "offenders.read",
    "sentences.read",
    "movements.read",
  ],
  recordsofficer: [
    "organisation.read",
    "legislation.read",
    "offenders.read",
    "offenders.change",
    "offenders.link",
    "offenders.import",
    "sentences.read",
    "sentences.change",
    "movements.read",
    "access.restrict",
  ],
  analyst: ["organisation.read", "legislation.read"],
  auditor: ["audit.read", "legislation.read"],
  accountadministrator: ["accounts.manage", "organisation.read", "legislation.read"],
  partner: ["events.read"],
};

/** "Offender manager", "offender_manager" and "OffenderManager" are one key. */
export const key_of = (role) => role.toLowerCase().replace(/[^a-z]/g, "");
