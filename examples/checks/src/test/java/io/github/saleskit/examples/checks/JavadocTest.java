package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Nothing public is without Javadoc, and every package has its tour. */
class JavadocTest {

    @Test
    void everythingPublicSaysWhatItIs() throws IOException {
        List<String> undocumented = new ArrayList<>();
        for (String module : House.MODULES) {
            undocumented.addAll(undocumented(House.files(House.sources(module), ".java")));
        }
        assertThat(undocumented).isEmpty();
    }

    @Test
    void everyPackageHasItsTour() {
        for (String module : House.MODULES) {
            for (Path source : House.files(House.sources(module), ".java")) {
                if (!source.endsWith("module-info.java")) {
                    assertThat(source.resolveSibling("package-info.java")).exists();
                }
            }
        }
    }

    private static List<String> undocumented(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new PublicWithoutComment(docs, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class PublicWithoutComment extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> found;

        PublicWithoutComment(DocTrees docs, List<String> found) {
            this.docs = docs;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!isPublic(type.getModifiers(), getCurrentPath())) {
                return null;
            }
            check(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean override = method.getModifiers().getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
            boolean compact = method.getReturnType() == null && isRecord(parent());
            if (isPublic(method.getModifiers(), getCurrentPath()) && !override && !compact) {
                check(method.getName().toString());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void unused) {
            boolean inRecord =
                    isRecord(parent()) && !field.getModifiers().getFlags().contains(Modifier.STATIC);
            if (isPublic(field.getModifiers(), getCurrentPath()) && !inRecord) {
                check(field.getName().toString());
            }
            return null;
        }

        private Tree parent() {
            return getCurrentPath().getParentPath().getLeaf();
        }

        private static boolean isRecord(Tree tree) {
            return tree.getKind() == Tree.Kind.RECORD;
        }

        private static boolean isPublic(ModifiersTree modifiers, TreePath path) {
            Tree parent = path.getParentPath().getLeaf();
            boolean ofInterface = parent.getKind() == Tree.Kind.INTERFACE
                    && !modifiers.getFlags().contains(Modifier.PRIVATE);
            return ofInterface || modifiers.getFlags().contains(Modifier.PUBLIC);
        }

        private void check(String name) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ": " + name);
            }
        }
    }
}
