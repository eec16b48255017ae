package canon.cpp.cloudservice.testing.android;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Loads Android's HTTP stack from the classes of its platform, rewritten so that a JDK runs them:
 * without the methods that only Android's core library has, and with Conscrypt under its public
 * name.
 */
final class AndroidClassLoader extends ClassLoader {
  private static final List<String> INCLUDED =
      List.of(
          "com.android.okhttp.",
          "libcore.net.NetworkSecurityPolicy",
          "libcore.net.event.",
          "dalvik.system.SocketTagger",
          "android.net.ssl.SSLSockets");
  private static final String OBJECT_ARRAYCOPY = "(Ljava/lang/Object;ILjava/lang/Object;II)V";

  private final JarFile jar;

  AndroidClassLoader(Path jar) throws IOException {
    super(AndroidClassLoader.class.getClassLoader());
    this.jar = new JarFile(jar.toFile());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ZipEntry entry = jar.getEntry(name.replace('.', '/') + ".class");
    if (entry == null || INCLUDED.stream().noneMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] rewritten = rewrite(in.readAllBytes());
      return defineClass(name, rewritten, 0, rewritten.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static byte[] rewrite(byte[] original) {
    ClassWriter writer = new ClassWriter(0);
    Remapper conscrypt =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String internalName) {
            return internalName.replace("com/android/org/conscrypt/", "org/conscrypt/");
          }
        };
    new ClassReader(original)
        .accept(new CoreLibraryVisitor(new ClassRemapper(writer, conscrypt)), 0);
    return writer.toByteArray();
  }

  /** Replaces what only Android's core library has, and limits the version of the class file. */
  private static final class CoreLibraryVisitor extends ClassVisitor {
    CoreLibraryVisitor(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      super.visit(Math.min(version, Opcodes.V17), access, name, signature, parent, types);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String type, boolean isInterface) {
          if (owner.equals("java/lang/System") && method.equals("arraycopy")) {
            super.visitMethodInsn(opcode, owner, method, OBJECT_ARRAYCOPY, false);
          } else if (owner.equals("java/lang/System") && method.startsWith("log")) {
            pop(Type.getArgumentTypes(type).length);
          } else if (method.equals("getFileDescriptor$")) {
            pop(1);
            super.visitInsn(Opcodes.ACONST_NULL);
          } else {
            super.visitMethodInsn(opcode, owner, method, type, isInterface);
          }
        }

        private void pop(int count) {
          for (int i = 0; i < count; i++) {
            super.visitInsn(Opcodes.POP);
          }
        }
      };
    }
  }
}
