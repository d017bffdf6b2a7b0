import { useNavigate } from 'react-router';
import { useChange } from '../../../graph/useChange.ts';
import { RaiseDialog } from '../../proposals/raise/RaiseDialog.tsx';
import { ExerciseProposeDocument } from '../generated/exercise.ts';

type Props = Readonly<{ exercise: string; wording?: string; onClose: () => void }>;

/** Proposes what came out of an exercise to the partnership, then opens the proposal. */
export function ProposeDialog({ exercise, wording, onClose }: Props) {
  const go = useNavigate();
  const propose = useChange(ExerciseProposeDocument);
  return (
    <RaiseDialog
      {...(wording !== undefined && { start: { kind: 'LABEL', label: wording } })}
      asking={propose.asking}
      fault={propose.fault}
      onClose={onClose}
      onRaise={async (proposal) => {
        const answer = await propose.ask({ exercise, proposal });
        if (answer) go(`/proposals/${answer.proposeFromExercise.proposal.id}`);
      }}
    />
  );
}
