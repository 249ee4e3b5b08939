package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.internal.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says in one sentence why an account moves: what of today's demands its old territory would break with it, or else
 * what is gained. Weightier reasons come first: a closed territory, a fixed assignment, a group, a limit, the way.
 */
final class MoveReasons {

    private final Instance instance;
    private final Origin origin;
    private final RealignTask task;
    private final int m;
    /** The loads of today's accounts where they were before. */
    private final double[] before;

    private final int[] accountsBefore;
    private final int[] pieces;

    MoveReasons(Instance instance, Origin origin, Residents residents, RealignTask task, @Nullable BorderGraph graph) {
        this.instance = instance;
        this.origin = origin;
        this.task = task;
        this.m = instance.m;
        this.before = new double[instance.k * m];
        this.accountsBefore = new int[instance.k];
        this.pieces = new int[instance.k];
        for (int u = 0; u < instance.n; u++) {
            int t = residents.home[u];
            if (t != Instance.FREE) {
                accountsBefore[t]++;
                for (int q = 0; q < m; q++) {
                    before[t * m + q] += instance.activity[u * m + q];
                }
            }
        }
        if (graph != null) {
            Arrays.setAll(pieces, t -> graph.piecesOf(t, residents.home));
        }
    }

    /** The moves of a layout, in the order of the accounts. */
    List<RealignOutcome.Moved> of(Layout layout) {
        List<RealignOutcome.Moved> moves = new ArrayList<>();
        for (int a = 0; a < instance.accounts.size(); a++) {
            String id = instance.accounts.get(a).id();
            String from = task.earlier().get(id);
            int to = layout.owner[instance.units.unitOf[a]];
            if (from != null && origin.territory[a] != to) {
                moves.add(new RealignOutcome.Moved(id, from, name(to), origin.weight[a], new Move(layout, a).reason()));
            }
        }
        return moves;
    }

    private String name(int t) {
        return instance.territories.get(t).id();
    }

    /** One account that moves. */
    private final class Move {
        private final Layout layout;
        private final int account;
        private final String id;
        private final int unit;
        private final int from;
        private final int to;

        Move(Layout layout, int account) {
            this.layout = layout;
            this.account = account;
            this.id = instance.accounts.get(account).id();
            this.unit = instance.units.unitOf[account];
            this.from = origin.territory[account];
            this.to = layout.owner[unit];
        }

        Reason reason() {
            if (from == Instance.FREE) {
                return because("territory.realign.territoryClosed");
            }
            @Nullable Reason reason = demanded();
            reason = reason != null ? reason : overBefore();
            reason = reason != null ? reason : underBefore();
            return reason != null ? reason : gained();
        }

        /** A demand that names the account or its group. */
        private @Nullable Reason demanded() {
            if (instance.fixed[unit] == to) {
                return because("territory.realign.fixedThere");
            }
            int mate = mateFrom();
            if (mate >= 0) {
                return because(
                        "territory.realign.groupKeptTogether",
                        "other",
                        instance.accounts.get(mate).id());
            }
            for (int q = instance.demands.limited.size(); q < m; q++) {
                if (instance.activity[unit * m + q] > 0
                        && instance.demands.violation(from, q, before[from * m + q]) > 0) {
                    return instance.demands.most[from * m + q] == 0
                            ? because("territory.realign.forbiddenBefore")
                            : because("territory.realign.groupKeptApart");
                }
            }
            return pieces[from] > 1 ? because("territory.realign.inPiecesBefore", "pieces", pieces[from]) : null;
        }

        /** Another account of the group that was in the new territory already, or -1. */
        private int mateFrom() {
            return IntStream.of(instance.units.members[unit])
                    .filter(a -> a != account && origin.territory[a] == to)
                    .findFirst()
                    .orElse(-1);
        }

        private @Nullable Reason overBefore() {
            for (int q = 0; q < instance.demands.limited.size(); q++) {
                double most = instance.demands.most[from * m + q];
                if (before[from * m + q] > most + instance.demands.slack[q] && instance.activity[unit * m + q] > 0) {
                    return limit("territory.realign.overCapacityRelieved", q, before[from * m + q], most);
                }
            }
            return null;
        }

        private @Nullable Reason underBefore() {
            if (accountsBefore[to] == 0) {
                return joined();
            }
            for (int q = 0; q < instance.demands.limited.size(); q++) {
                double least = instance.demands.least[to * m + q];
                if (before[to * m + q] < least - instance.demands.slack[q] && instance.activity[unit * m + q] > 0) {
                    return limit("territory.realign.minimumReached", q, before[to * m + q], least);
                }
            }
            return null;
        }

        private Reason joined() {
            return nearerBy() > 0
                    ? because("territory.realign.newTerritoryNearer", "saved", length(nearerBy()))
                    : because("territory.realign.newTerritoryFilled");
        }

        private Reason gained() {
            if (nearerBy() > 0) {
                return because("territory.realign.nearer", "distance", length(way(to)), "saved", length(nearerBy()));
            }
            for (int q = 0; q < instance.demands.limited.size(); q++) {
                double with = layout.load(from, q) + instance.activity[unit * m + q];
                if (!instance.demands.keeps(from, q, with) && with > instance.demands.most[from * m + q]) {
                    return limit("territory.realign.roomMade", q, with, instance.demands.most[from * m + q]);
                }
            }
            for (int q = 0; q < instance.demands.limited.size(); q++) {
                if (fuller(q)) {
                    return because("territory.realign.balanced", "measure", instance.demands.limited.get(q));
                }
            }
            return because("territory.realign.partOfChain");
        }

        /** Whether the old territory was nearer to its most, or farther above its target, than the new one. */
        private boolean fuller(int q) {
            double old = before[from * m + q] / Math.max(1e-300, instance.demands.target[from * m + q]);
            double now = before[to * m + q] / Math.max(1e-300, instance.demands.target[to * m + q]);
            return old > now;
        }

        /** By how much the new centre is nearer than the old one, for this account alone. */
        private double nearerBy() {
            double saved = way(from) - way(to);
            return saved > 1e-9 * (1 + way(from)) ? saved : 0;
        }

        private double way(int t) {
            int centre = layout.centre[t];
            return instance.positions.distance(unit, centre) / instance.units.members[unit].length;
        }

        private Reason limit(String code, int q, double load, double limit) {
            return because(
                    code,
                    "measure",
                    instance.demands.limited.get(q),
                    "load",
                    Figures.plain(load),
                    "limit",
                    Figures.plain(limit));
        }

        private Reason because(String code, Object... more) {
            List<Object> parameters = new ArrayList<>(
                    List.of("account", id, "from", task.earlier().getOrDefault(id, ""), "to", name(to)));
            parameters.addAll(Arrays.asList(more));
            return Reason.of(code, parameters.toArray());
        }

        private String length(double distance) {
            String figure = Figures.plain(distance);
            return instance.accounts.get(0).place() instanceof GeoPoint ? figure + " km" : figure;
        }
    }
}
