import type { login as danish } from '../da/login.ts'
import type { Translated } from '../en.ts'

/** Text of the demo login. */
export const login: Translated<typeof danish> = {
  title: 'Choose a role',
  lead: 'The demo has roles instead of persons. Choose the one to see the service as. Real sign-in comes later.',
  refusedTitle: 'There is no demo sign-in here',
  refusedText: 'The service runs without demo data. Sign in the way your organisation has set up.',
  publicTitle: 'Public',
  publicText: 'Map, clinics and riding schools. No cases.',
  open: 'Continue without signing in',
  choose: 'Choose {{role}}, {{organisation}}',
  does: {
    secretariat: 'Opens cases, sends consultations, writes rulings',
    committee: 'Rules on cases',
    nationalCommittee: 'Rules on referred cases',
    municipality: 'Replies to consultations',
    clinic: 'Sees its own matters',
    planner: 'Sees capacity and tries scenarios',
    registrar: 'Records provider numbers and plans',
    public: 'Sees open data',
    system: 'The service itself',
  },
}
