/** Text of the demo login. */
export const login = {
  title: 'Vælg en rolle',
  lead: 'Demoen har roller i stedet for personer. Vælg den, du vil se tjenesten som.',
  refusedTitle: 'Der er ikke sat login op',
  refusedText: 'Tjenesten kører uden demodata og uden en organisations login. Det åbne kort kan ses af alle.',
  organisation: {
    signIn: 'Log ind',
    another: 'Log ind med en anden konto',
    signedIn: 'Du er logget ind.',
    start: {
      title: 'Log ind med din organisations konto',
      text: 'Du sendes til din organisations login og kommer tilbage hertil.',
    },
    noRole: {
      title: 'Din konto har ingen rolle her',
      text: 'Du er genkendt, men din konto er ikke knyttet til en rolle i en region, en kommune eller en klinik. Bed den, der administrerer login i din organisation, om at give dig adgang til Praksiskort.',
    },
    refused: {
      title: 'Du blev ikke logget ind',
      text: 'Login blev afbrudt eller afvist hos din organisation. Prøv igen.',
    },
    failed: {
      title: 'Login lykkedes ikke',
      text: 'Svaret fra din organisations login kunne ikke bruges. Det sker, hvis login tog for lang tid eller blev åbnet i to faner. Prøv igen.',
    },
    unavailable: {
      title: 'Login svarer ikke',
      text: 'Din organisations login kan ikke nås lige nu. Det åbne kort virker imens.',
    },
  },
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
