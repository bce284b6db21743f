using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Interviewing.House.Tests;

/// <summary>One instruction as the checks need it: a text that is loaded, a member that is called, or anything else.</summary>
readonly record struct Step(OpCode Code, string? Text, string? Type, string? Member);

/// <summary>Reads the compiled methods of an assembly: the compiler's truth, whatever the source looked like.</summary>
static class IlReader
{
    static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(c => c.Value);

    public static IEnumerable<(string Method, IReadOnlyList<Step> Steps)> Methods(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var type = metadata.GetTypeDefinition(method.GetDeclaringType());
            yield return ($"{NameOf(metadata, type)}.{metadata.GetString(method.Name)}", Read(metadata, file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()));
        }
    }

    static List<Step> Read(MetadataReader metadata, BlobReader il)
    {
        var steps = new List<Step>();
        while (il.RemainingBytes > 0)
        {
            short value = il.ReadByte();
            if (value == 0xFE) value = (short)(0xFE00 | il.ReadByte());
            var code = Codes[value];
            string? text = null, type = null, member = null;
            switch (code.OperandType)
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: il.ReadByte(); break;
                case OperandType.InlineVar: il.ReadInt16(); break;
                case OperandType.InlineI8 or OperandType.InlineR: il.ReadInt64(); break;
                case OperandType.InlineSwitch: for (var left = il.ReadInt32(); left > 0; left--) il.ReadInt32(); break;
                case OperandType.InlineString: text = metadata.GetUserString(MetadataTokens.UserStringHandle(il.ReadInt32() & 0xFFFFFF)); break;
                case OperandType.InlineMethod: (type, member) = Called(metadata, MetadataTokens.EntityHandle(il.ReadInt32())); break;
                default: il.ReadInt32(); break;
            }
            steps.Add(new Step(code, text, type, member));
        }
        return steps;
    }

    static (string? Type, string? Member) Called(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MethodSpecification => Called(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        HandleKind.MethodDefinition => (NameOf(metadata, metadata.GetTypeDefinition(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())),
            metadata.GetString(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).Name)),
        HandleKind.MemberReference => (Parent(metadata, metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
            metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)handle).Name)),
        _ => (null, null),
    };

    static string? Parent(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)handle).Name),
        HandleKind.TypeDefinition => NameOf(metadata, metadata.GetTypeDefinition((TypeDefinitionHandle)handle)),
        _ => null,
    };

    static string NameOf(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? $"{NameOf(metadata, metadata.GetTypeDefinition(outer))}+{metadata.GetString(type.Name)}" : metadata.GetString(type.Name);
}
