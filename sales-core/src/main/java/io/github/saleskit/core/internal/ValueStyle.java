package io.github.saleskit.core.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How builders of records are generated in this module.
 *
 * <p>Without {@code jdk9Collections}: {@code Map.copyOf} iterates in another order in every run of the JVM.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@Value.Style(
        jdkOnly = true,
        strictBuilder = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        allowedClasspathAnnotations = Override.class)
public @interface ValueStyle {}
