package io.github.saleskit.cpq.subscription;

/** Which of several ends becomes the end of all. */
public enum CommonEnd {
    /** The first one; longer subscriptions are shortened. */
    EARLIEST,
    /** The last one; shorter subscriptions go on. */
    LATEST
}
