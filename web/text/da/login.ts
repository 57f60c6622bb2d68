/** Text of the demo login. */
export const login = {
  title: 'Vælg en rolle',
  lead: 'Demoen har roller i stedet for personer. Vælg den, du vil se tjenesten som. Den rigtige login kommer senere.',
  refusedTitle: 'Demo-login findes ikke her',
  refusedText: 'Tjenesten kører uden demodata. Log ind på den måde, din organisation har sat op.',
  publicTitle: 'Offentlig',
  publicText: 'Kort, klinikker og rideskoler. Ingen sager.',
  open: 'Fortsæt uden login',
  choose: 'Vælg {{role}}, {{organisation}}',
  does: {
    secretariat: 'Åbner sager, sender høringer, skriver afgørelser',
    committee: 'Afgør sager',
    nationalCommittee: 'Afgør henviste sager',
    municipality: 'Svarer på høringer',
    clinic: 'Ser egne forhold',
    planner: 'Ser kapacitet og prøver scenarier',
    registrar: 'Registrerer ydernumre og planer',
    public: 'Ser åbne data',
    system: 'Tjenesten selv',
  },
} as const
