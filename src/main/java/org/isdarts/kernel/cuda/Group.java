package org.isdarts.kernel.cuda;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One kind of work on several places at once. None of them reads or overwrites what another overwrites.
 *
 * @param work what is done
 * @param members where
 */
record Group<M extends Group.Member<M>>(Work<M> work, List<M> members) implements Call {
    /** Members at most. */
    static final int MOST = 16;

    /**
     * Places that are worked on.
     *
     * @param <M> its own type
     */
    interface Member<M extends Member<M>> extends Access {
        /** The same elsewhere. */
        M at(Placement places);
    }

    /**
     * Work on some places.
     *
     * @param <M> the places
     */
    interface Work<M extends Member<M>> {
        /** Asks for it on all of these places. */
        void launch(List<M> members);
    }

    /** This and another as one, if it is the same work on places of its own and they are not too many. */
    Optional<Group<M>> with(Group<?> other) {
        if (!other.work.equals(work) || members.size() + other.members.size() > MOST || conflictsWith(other)) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // The same work takes the same places.
        List<M> more = (List<M>) other.members;
        return Optional.of(
                new Group<>(work, Stream.concat(members.stream(), more.stream()).toList()));
    }

    @Override
    public void launch() {
        work.launch(members);
    }

    @Override
    public Group<M> at(Placement places) {
        return new Group<>(
                work, members.stream().map(member -> member.at(places)).toList());
    }

    @Override
    public List<Long> read() {
        return Access.places(members.stream().map(Access::read));
    }

    @Override
    public List<Long> written() {
        return Access.places(members.stream().map(Access::written));
    }
}
