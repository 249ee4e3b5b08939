package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.geo.Border;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is whose neighbour, as arrays; units of a problem that has borders. */
final class BorderGraph {

    /** Neighbours of each unit, each once. */
    final int[][] neighbours;
    /** What it costs to cut the border to each neighbour; 0 for a bridge that is no border. */
    final double[][] weight;
    /** The two ends of every edge, by turns. */
    final int[] ends;
    /** Number of pieces that the borders alone leave. */
    final int pieces;

    private final int[] mark;
    private final int[] stack;
    private int round;

    private record Edge(int from, int to, double weight) {}

    BorderGraph(Instance instance, boolean lengths) {
        List<Edge> edges = edges(instance, lengths);
        int[] piece = pieces(instance.n, edges);
        pieces = (int) Arrays.stream(piece).distinct().count();
        edges.addAll(bridges(instance, piece));
        int[] degree = new int[instance.n];
        edges.forEach(edge -> {
            degree[edge.from]++;
            degree[edge.to]++;
        });
        neighbours = new int[instance.n][];
        weight = new double[instance.n][];
        for (int u = 0; u < instance.n; u++) {
            neighbours[u] = new int[degree[u]];
            weight[u] = new double[degree[u]];
        }
        ends = new int[2 * edges.size()];
        for (int e = 0; e < edges.size(); e++) {
            Edge edge = edges.get(e);
            ends[2 * e] = edge.from;
            ends[2 * e + 1] = edge.to;
            add(edge.from, edge.to, edge.weight, degree);
            add(edge.to, edge.from, edge.weight, degree);
        }
        mark = new int[instance.n];
        stack = new int[instance.n];
    }

    private void add(int from, int to, double w, int[] degree) {
        int at = --degree[from];
        neighbours[from][at] = to;
        weight[from][at] = w;
    }

    /** The borders between different units, in their order; those of the same two units are summed. */
    private static List<Edge> edges(Instance instance, boolean lengths) {
        Map<String, Integer> numbers = Units.numbers(instance.accounts);
        Map<Long, Edge> edges = new TreeMap<>();
        for (Border border : instance.problem.borders()) {
            int a = instance.units.unitOf[numbers.getOrDefault(border.from(), 0)];
            int b = instance.units.unitOf[numbers.getOrDefault(border.to(), 0)];
            if (a != b) {
                Edge edge = new Edge(
                        Math.min(a, b),
                        Math.max(a, b),
                        lengths ? border.length().orElse(1.0) : 1);
                edges.merge(
                        (long) edge.from << 32 | edge.to, edge, (x, y) -> new Edge(x.from, x.to, x.weight + y.weight));
            }
        }
        return new ArrayList<>(edges.values());
    }

    private static int[] pieces(int n, List<Edge> edges) {
        int[] leader = new int[n];
        Arrays.setAll(leader, u -> u);
        for (Edge edge : edges) {
            int a = find(leader, edge.from);
            int b = find(leader, edge.to);
            leader[Math.max(a, b)] = Math.min(a, b);
        }
        for (int u = 0; u < n; u++) {
            leader[u] = find(leader, u);
        }
        return leader;
    }

    private static int find(int[] leader, int u) {
        int at = u;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /**
     * Joins each piece to the nearest unit of the first one, so that a search can go on; plans still say what is torn.
     */
    private static List<Edge> bridges(Instance instance, int[] piece) {
        List<Edge> bridges = new ArrayList<>();
        for (int u = 0; u < instance.n; u++) {
            if (piece[u] == u && u != piece[0]) {
                int nearest = 0;
                for (int v = 0; v < instance.n; v++) {
                    boolean nearer = instance.positions.squared(u, v) < instance.positions.squared(u, nearest);
                    nearest = piece[v] == piece[0] && nearer ? v : nearest;
                }
                bridges.add(new Edge(nearest, u, 0));
            }
        }
        return bridges;
    }

    /** Whether the territory of a unit stays connected when the unit leaves it. */
    boolean mayLeave(int unit, int[] owner) {
        int own = owner[unit];
        int wanted = 0;
        int start = -1;
        for (int v : neighbours[unit]) {
            if (owner[v] == own) {
                wanted++;
                start = v;
            }
        }
        if (wanted <= 1) {
            return wanted == 1;
        }
        round++;
        for (int v : neighbours[unit]) {
            if (owner[v] == own) {
                mark[v] = -round;
            }
        }
        return reaches(unit, start, owner, wanted);
    }

    /** Whether a unit has a neighbour in a territory. */
    boolean touches(int unit, int territory, int[] owner) {
        for (int v : neighbours[unit]) {
            if (owner[v] == territory) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit has no neighbour in its own territory. */
    boolean alone(int unit, int[] owner) {
        return !touches(unit, owner[unit], owner);
    }

    private boolean reaches(int without, int start, int[] owner, int wanted) {
        int own = owner[without];
        int size = 0;
        int reached = 1;
        stack[size++] = start;
        mark[start] = round;
        while (size > 0) {
            int u = stack[--size];
            for (int v : neighbours[u]) {
                if (owner[v] == own && v != without && mark[v] != round) {
                    if (mark[v] == -round && ++reached == wanted) {
                        return true;
                    }
                    mark[v] = round;
                    stack[size++] = v;
                }
            }
        }
        return false;
    }

    /** How many pieces a territory is in, not counting bridges as borders. */
    int piecesOf(int territory, int[] owner) {
        round++;
        int count = 0;
        for (int u = 0; u < owner.length; u++) {
            if (owner[u] == territory && mark[u] != round) {
                count++;
                flood(u, owner);
            }
        }
        return count;
    }

    /** Whether every territory is in one piece. */
    boolean whole(int[] owner, int territories) {
        for (int t = 0; t < territories; t++) {
            if (piecesOf(t, owner) > 1) {
                return false;
            }
        }
        return true;
    }

    /** What the borders between different territories cost. */
    double cut(int[] owner) {
        double sum = 0;
        for (int u = 0; u < owner.length; u++) {
            for (int at = 0; at < neighbours[u].length; at++) {
                sum += owner[neighbours[u][at]] != owner[u] ? weight[u][at] / 2 : 0;
            }
        }
        return sum;
    }

    /** What a border costs in the mean; 1 where there are none. */
    double meanWeight() {
        double sum = 0;
        int count = 0;
        for (double[] weights : weight) {
            sum += Arrays.stream(weights).sum();
            count += weights.length;
        }
        return sum > 0 ? sum / count : 1;
    }

    /** The piece of its territory that each unit is in, as the number of one of its units; bridges are no borders. */
    int[] pieces(int[] owner) {
        int[] piece = new int[owner.length];
        Arrays.setAll(piece, u -> u);
        for (int u = 0; u < owner.length; u++) {
            for (int v : neighbours[u]) {
                if (owner[u] == owner[v] && !bridge(u, v)) {
                    int a = find(piece, u);
                    int b = find(piece, v);
                    piece[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        Arrays.setAll(piece, u -> find(piece, u));
        return piece;
    }

    private void flood(int start, int[] owner) {
        int size = 0;
        stack[size++] = start;
        mark[start] = round;
        while (size > 0) {
            int u = stack[--size];
            for (int at = 0; at < neighbours[u].length; at++) {
                int v = neighbours[u][at];
                if (owner[v] == owner[start] && mark[v] != round && !bridge(u, v)) {
                    mark[v] = round;
                    stack[size++] = v;
                }
            }
        }
    }

    private boolean bridge(int u, int v) {
        return pieces > 1 && isBridge(Math.min(u, v), Math.max(u, v));
    }

    /** Bridges are the last edges. */
    private boolean isBridge(int a, int b) {
        for (int e = ends.length / 2 - (pieces - 1); e < ends.length / 2; e++) {
            if (Math.min(ends[2 * e], ends[2 * e + 1]) == a && Math.max(ends[2 * e], ends[2 * e + 1]) == b) {
                return true;
            }
        }
        return false;
    }
}
